#include "trampolines.h"

FIRST_USE fontconfig, FcFontList
FIRST_USE fontconfig, FcFontSetDestroy
FIRST_USE fontconfig, FcObjectSetAdd
FIRST_USE fontconfig, FcObjectSetCreate
FIRST_USE fontconfig, FcObjectSetDestroy
FIRST_USE fontconfig, FcPatternAddString
FIRST_USE fontconfig, FcPatternCreate
FIRST_USE fontconfig, FcPatternDestroy
FIRST_USE fontconfig, FcPatternGetString
