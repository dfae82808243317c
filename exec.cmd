@rem npm runs scripts by cmd.exe here, which has no "exec": without a shell in between, signals reach what it starts.
@%*
