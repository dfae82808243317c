export const HELP = `Usage: connect-dify [SERVER] [parameters]          sign in, and keep the session
       connect-dify disconnect                      end it, on the server and here
       connect-dify profile | version [SERVER]
       connect-dify members [list | invite ADDRESS… | role ADDRESS --role ROLE | remove ADDRESS]
       connect-dify workspaces [list | current | switch NAME]
       connect-dify initialize                      set a fresh server up, and sign in

Parameters, also in PowerShell's spelling (-AuthMethod Code); where one is left out, its environment variable counts:
  --server URL             PSDIFY_URL            https://cloud.dify.ai unless given
  --auth-method METHOD     PSDIFY_AUTH_METHOD    Password, Code or AccessToken; Password unless given
  --email ADDRESS          PSDIFY_EMAIL
  --password TEXT          PSDIFY_PASSWORD       asked for, hidden, when missing
  --code CODE, --token T                         the code from the letter, and what asking for it answered
  --access-token T         PSDIFY_ACCESS_TOKEN
  --csrf-token T           PSDIFY_CSRF_TOKEN
  --role ROLE, --language L, --name NAME         for members and initialize
  --force                                        sign in anew; remove without asking
  --insecure               PSDIFY_DISABLE_SSL_VERIFICATION=true   do not check certificates
  --export SHELL                                 print commands for bash, powershell or fish:
                                                 eval "$(connect-dify … --export bash)"
  --json

The init password of a guarded server is PSDIFY_INIT_PASSWORD, or asked for.

Exit codes: 0 done, 1 network or server, 2 misused, 4 not signed in, 6 the server is too old, 7 too often
`;
