#!/bin/sh
# Stands in for the program of a desktop VS Code where @vscode/test-electron wants one.
here=$(dirname "$0")
exec "$here/../../node_modules/node/bin/node" "$here/code-shim.mjs" "$@"
