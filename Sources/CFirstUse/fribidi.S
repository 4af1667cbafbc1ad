#include "trampolines.h"

FIRST_USE fribidi, fribidi_get_bidi_types
FIRST_USE fribidi, fribidi_get_bracket_types
FIRST_USE fribidi, fribidi_get_par_embedding_levels_ex
