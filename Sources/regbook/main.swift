import BookTool
import Build

await BookTool(book: .regularization, sources: .compiledIn).main()
