import BookTool
import FixtureBook

await BookTool(
    book: FixtureBook.book, sources: FixtureBook.digests("1"), imageSource: FixtureBook.images
).main()
