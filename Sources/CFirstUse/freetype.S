#include "trampolines.h"

FIRST_USE freetype, FT_Init_FreeType
FIRST_USE freetype, FT_New_Face
