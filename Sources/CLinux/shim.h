#include <fcntl.h>
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
