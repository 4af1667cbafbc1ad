import BookTool

await BookTool(book: .regularization, sources: .compiledIn).main()
