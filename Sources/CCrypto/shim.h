/* The plain functions: EVP's first load OpenSSL's providers, which takes longer than all digests of a build. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
