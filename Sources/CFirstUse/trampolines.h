/* For the files that list functions: `FIRST_USE cairo, cairo_clip` defines cairo_clip, which finds libcairo's at its first
   call and jumps there at each. Hidden, so that what the libraries call of each other is never taken from here. */

#if defined(__x86_64__)

.macro JUMP function
    endbr64
    leaq .Lrecord_\function(%rip), %r11
    jmpq *(%r11)
.endm

#elif defined(__aarch64__)

.macro JUMP function
    hint #34 /* bti c, which older processors skip */
    adrp x16, .Lrecord_\function
    add x16, x16, :lo12:.Lrecord_\function
    ldar x17, [x16]
    br x17
.endm

#else
#error "Functions are found at their first call on x86-64 and arm64 only."
#endif

/* A section each, so that a program keeps those that it calls. The record is a first_use of first_use.h. */
.macro FIRST_USE library, function
    .section .text.\function, "ax", %progbits
    .globl \function
    .hidden \function
    .type \function, %function
    .p2align 4
\function:
    .cfi_startproc
    JUMP \function
    .cfi_endproc
    .size \function, . - \function

    .section .data.rel.\function, "aw", %progbits
    .p2align 3
.Lrecord_\function:
    .quad first_use_resolve
    .quad first_use_\library
    .quad .Lname_\function

    .section .rodata.str.\function, "aMS", %progbits, 1
.Lname_\function:
    .asciz "\function"
.endm

.hidden first_use_resolve
.section .note.GNU-stack, "", %progbits
