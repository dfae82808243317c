/** What a person's shell runs to complete words: it asks difyctl each time, so it never grows old. */
export const SCRIPTS = {
  bash: `_difyctl() {
  local IFS=$'\\n'
  COMPREPLY=($(difyctl completion candidates --word="\${COMP_WORDS[COMP_CWORD]}" -- "\${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null))
}
complete -o default -F _difyctl difyctl
`,
  zsh: `#compdef difyctl
_difyctl() {
  local -a found
  found=("\${(@f)$(difyctl completion candidates --word="\${words[CURRENT]}" -- "\${(@)words[2,CURRENT-1]}" 2>/dev/null)}")
  compadd -a found
}
compdef _difyctl difyctl
`,
  fish: `complete -c difyctl -f -a '(difyctl completion candidates --word=(commandline -ct | string collect -a) -- (commandline -opc)[2..] 2>/dev/null)'
`,
  powershell: `Register-ArgumentCompleter -Native -CommandName difyctl -ScriptBlock {
  param($word, $ast, $position)
  $before = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  difyctl completion candidates "--word=$word" '--' @before 2>$null |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`,
} as const;
