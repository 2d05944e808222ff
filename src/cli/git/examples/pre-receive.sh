#!/bin/sh
# hooks/pre-receive
exec mulu git hook pre-receive --max 50
