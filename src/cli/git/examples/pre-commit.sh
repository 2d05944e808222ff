#!/bin/sh
# .git/hooks/pre-commit
exec mulu git hook pre-commit
