import BookTool
import FixtureBook
import Foundation

// In the language that a test names.
let language = ProcessInfo.processInfo.environment["FIXTURE_LANGUAGE"].flatMap(Language.init) ?? .english

await BookTool(book: FixtureBook.book(in: language), sources: FixtureBook.digests("1")).main()
