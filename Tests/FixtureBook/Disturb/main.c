/* usage: disturb N kill|plain|ERRNO PROGRAM ARGUMENT…
 *
 * Runs a program and strikes at its N-th change to a disk, counted over all its threads and children from 1: `kill` ends
 * it by SIGKILL just before that change, an error number makes this change and all later ones fail with it, as a full or
 * a read-only disk does. 0 never strikes. `plain` strikes as `kill`, and offers neither locks nor the exchange of two folders,
 * as some network file systems do. The last line on standard output is how many changes there were. It ends as
 * the program did. What decides is the count alone, never the clock.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* The calls that may change a disk; old ones do not exist on every processor. */
static const int watched[] = {
#ifdef SYS_open
    SYS_open, SYS_creat, SYS_rename, SYS_mkdir, SYS_rmdir, SYS_unlink, SYS_link, SYS_symlink,
#endif
#ifdef SYS_renameat
    SYS_renameat,
#endif
    SYS_openat, SYS_write, SYS_pwrite64, SYS_writev, SYS_pwritev, SYS_renameat2, SYS_mkdirat, SYS_unlinkat,
    SYS_linkat, SYS_symlinkat, SYS_ftruncate, SYS_sendfile, SYS_copy_file_range, SYS_flock,
};
enum { WATCHED = sizeof watched / sizeof *watched };

static void fail(const char *what) {
    perror(what);
    exit(70);
}

/* From here on this process waits at each watched call until the listener lets it go on. */
static int listen_to_myself(void) {
    struct sock_filter filter[WATCHED + 3];
    filter[0] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
    for (int i = 0; i < WATCHED; i++)
        filter[i + 1] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, watched[i], WATCHED - i, 0);
    filter[WATCHED + 1] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    filter[WATCHED + 2] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF);
    struct sock_fprog program = {WATCHED + 3, filter};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) fail("no_new_privs");
    int listener = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
    if (listener < 0) fail("seccomp");
    return listener;
}

static bool is_file(pid_t thread, int descriptor) {
    char path[64];
    struct stat status;
    if (descriptor <= STDERR_FILENO) return false;
    snprintf(path, sizeof path, "/proc/%d/fd/%d", thread, descriptor);
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static bool changes_a_disk(const struct seccomp_notif *call) {
    switch (call->data.nr) {
    case SYS_flock: return false;
#ifdef SYS_open
    case SYS_open: return call->data.args[1] & O_CREAT;
#endif
    case SYS_openat: return call->data.args[2] & O_CREAT;
    case SYS_write: case SYS_pwrite64: case SYS_writev: case SYS_pwritev: case SYS_sendfile:
        return is_file(call->pid, call->data.args[0]);
    case SYS_copy_file_range: return is_file(call->pid, call->data.args[2]);
    default: return true;
    }
}

/* The error that a plain file system gives where others know more; 0 for what all can do. */
static int plain_error(const struct seccomp_notif *call) {
    if (call->data.nr == SYS_flock) return ENOLCK;
    return call->data.nr == SYS_renameat2 && call->data.args[4] ? EINVAL : 0;
}

static bool frees_space(int number) {
#ifdef SYS_unlink
    if (number == SYS_unlink || number == SYS_rmdir) return true;
#endif
    return number == SYS_unlinkat;
}

int main(int count, char **arguments) {
    if (count < 4) {
        fprintf(stderr, "usage: %s N kill|plain|ERRNO PROGRAM ARGUMENT…\n", arguments[0]);
        return 64;
    }
    long strike = atol(arguments[1]);
    bool is_plain = !strcmp(arguments[2], "plain");
    int error = atoi(arguments[2]);
    int sockets[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets)) fail("socketpair");

    pid_t child = fork();
    if (child == 0) {
        int listener = listen_to_myself();
        char taken;
        if (fcntl(listener, F_SETFD, FD_CLOEXEC) || send(sockets[1], &listener, sizeof listener, 0) < 0
            || recv(sockets[1], &taken, 1, 0) != 1)
            _exit(70);
        execv(arguments[3], arguments + 3);
        _exit(70);
    }
    close(sockets[1]);
    int number;
    if (recv(sockets[0], &number, sizeof number, MSG_WAITALL) != sizeof number) fail("listener");
    int handle = syscall(SYS_pidfd_open, child, 0);
    int listener = syscall(SYS_pidfd_getfd, handle, number, 0);
    if (listener < 0 || send(sockets[0], "", 1, 0) != 1) fail("pidfd_getfd");

    long changes = 0;
    struct pollfd events[] = {{listener, POLLIN, 0}, {handle, POLLIN, 0}};
    while (poll(events, 2, -1) > 0 && !events[1].revents) {
        struct seccomp_notif call = {0};
        struct seccomp_notif_resp answer = {.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE};
        if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &call)) continue;
        if (changes_a_disk(&call)) {
            changes++;
            if (strike && !error && changes == strike) {
                kill(child, SIGKILL);
                continue;
            }
            if (strike && error && changes >= strike && !frees_space(call.data.nr))
                answer = (struct seccomp_notif_resp){.error = -error};
        }
        if (is_plain && plain_error(&call)) answer = (struct seccomp_notif_resp){.error = -plain_error(&call)};
        answer.id = call.id;
        ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
    }
    int status;
    if (waitpid(child, &status, 0) != child) fail("waitpid");
    printf("%ld\n", changes);
    fflush(stdout);
    if (WIFSIGNALED(status)) {
        signal(WTERMSIG(status), SIG_DFL);
        raise(WTERMSIG(status));
    }
    return WEXITSTATUS(status);
}
