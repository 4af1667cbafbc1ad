/* Nothing to call: this module defines functions that the headers of the libraries declare. */
