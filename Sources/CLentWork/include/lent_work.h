#ifndef LENT_WORK_H
#define LENT_WORK_H

/* A Swift closure without arguments and result that is lent to another thread: where its code and its captures are. */
typedef struct {
    const void *code;
    const void *captures;
} lent_work;

/* Runs what was lent; he who lent it must still be waiting. */
void lent_work_run(lent_work work);

#endif
