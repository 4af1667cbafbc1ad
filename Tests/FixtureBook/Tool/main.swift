import BookTool
import FixtureBook
import Foundation

// The book, or its language, that a test names.
let environment = ProcessInfo.processInfo.environment
let language = environment["FIXTURE_LANGUAGE"].flatMap(Language.init) ?? .english
let book =
    switch environment["FIXTURE_BOOK"] {
    case "coins": FixtureBook.coins
    case "tides": FixtureBook.tides(FixtureBook.levels(FixtureBook.lowLevels))
    default: FixtureBook.book(in: language)
    }

await BookTool(book: book, sources: FixtureBook.digests("1")).main()
