#ifndef FIRST_USE_H
#define FIRST_USE_H

/* A library, and the Debian packages of whoever runs a program and of whoever compiles one. */
typedef struct {
    const char *file;
    const char *package;
    const char *headers;
} first_use_library;

/* A function as trampolines.h lays it out. */
typedef struct {
    /* first_use_resolve until the function has been found. */
    _Atomic(void *) address;
    const first_use_library *library;
    const char *name;
} first_use;

#endif
