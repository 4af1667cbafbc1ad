#include "lent_work.h"

/* Swift's calling convention hands a closure over as these two words; Helper.swift declares the Swift side. */
__attribute__((swiftcall)) void lent_work_make(const void *code, const void *captures, lent_work *work) {
    work->code = code;
    work->captures = captures;
}

void lent_work_run(lent_work work) {
    typedef __attribute__((swiftcall)) void (*closure)(__attribute__((swift_context)) const void *);
    ((closure)work.code)(work.captures);
}
