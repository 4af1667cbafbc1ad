// A book whose data is a table. It shows: a data set that the book declares and ships, with checksum and licence; studies that
// read its columns; linear models; a time axis; a slider; claims by paired comparison over replicates.

import BookTool
import Harmonics
import Length

let book = Book(
    "tides", title: "Predicting the Tide",
    data: [
        .table(
            "levels", title: "Hourly water levels of an invented harbour", licence: "CC0; made by scripts/levels.py",
            file: "levels.csv", checksum: "4e1c61af372a0c2d164e563db57354b570329b942fa1de16e55431dab9fd8e86")
    ],
    chapters: [
        Chapter(
            1, title: "Predicting the tide",
            sections: [
                (1, HarmonicsSection.self), (2, LengthSection.self),
            ])
    ])

await BookTool(book: book, sources: .compiledIn).main()
