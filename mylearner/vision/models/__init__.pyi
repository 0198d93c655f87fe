# Written by `python docs/do.py stubs` from the package as it is when all of it is imported: do not edit.

