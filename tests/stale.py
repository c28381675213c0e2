"""What a test says where a generated file does not know the library or the lesson as they are."""

SYNC = "out of date: run build/tests-venv/bin/python tools/sync.py"
