// A book of two chapters. It shows: a module that its sections share, figures with sliders, contours, tables, random replicates
// with paired claims, claims by exact numbers, and what wrong results the claims notice.

import BookTool
import Chebyshev
import EvenlySpaced
import Splines

let book = Book(
    "interpolation", title: "Curves Through Points",
    chapters: [
        Chapter(
            1, title: "One polynomial",
            sections: [(1, EvenlySpacedSection.self), (2, ChebyshevSection.self)]),
        Chapter(
            2, title: "Many polynomials",
            sections: [
                (1, SplinesSection.self)
            ]),
    ])

await BookTool(book: book, sources: .compiledIn).main()
