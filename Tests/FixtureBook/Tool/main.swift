import BookTool
import FixtureBook
import Foundation

// The book, or its language, that a test names.
let environment = ProcessInfo.processInfo.environment
let language = environment["FIXTURE_LANGUAGE"].flatMap(Language.init) ?? .english
let book = environment["FIXTURE_BOOK"] == "coins" ? FixtureBook.coins : FixtureBook.book(in: language)

await BookTool(book: book, sources: FixtureBook.digests("1")).main()
