#include <fcntl.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* renameat2(2) with RENAME_EXCHANGE, which glibc declares for _GNU_SOURCE only: swaps two paths in one step. */
static inline int linux_exchange(const char *first, const char *second) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, 1 << 1);
}

/* accept4(2), which glibc declares for _GNU_SOURCE only: a connection that no child process inherits. */
static inline int linux_accept(int listener) {
    return (int)syscall(SYS_accept4, listener, 0, 0, SOCK_CLOEXEC);
}

/* pidfd_open(2), which glibc 2.36 declares in a header of its own: readable once the process has ended. */
static inline int linux_pidfd(int process) {
    return (int)syscall(SYS_pidfd_open, process, 0);
}

/* pipe2(2), which glibc declares for _GNU_SOURCE only: a pipe that no child process inherits. */
static inline int linux_pipe(int ends[2]) {
    return (int)syscall(SYS_pipe2, ends, O_CLOEXEC);
}

/* memmem(3), which glibc declares for _GNU_SOURCE only: where bytes stand among others. */
extern void *memmem(const void *, size_t, const void *, size_t);

/* Where a spawned program works; glibc declares it for _DEFAULT_SOURCE only. */
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);

static inline int linux_spawn_in(posix_spawn_file_actions_t *actions, const char *folder) {
    return posix_spawn_file_actions_addchdir_np(actions, folder);
}
