/// The place of a page in the book, as a type.
protocol PageNumber: Sendable { static var number: Int { get } }

enum One: PageNumber { static let number = 1 }
enum Two: PageNumber { static let number = 2 }
enum Three: PageNumber { static let number = 3 }
enum Four: PageNumber { static let number = 4 }
enum Five: PageNumber { static let number = 5 }
enum Six: PageNumber { static let number = 6 }
enum Seven: PageNumber { static let number = 7 }
enum Eight: PageNumber { static let number = 8 }
enum Nine: PageNumber { static let number = 9 }
enum Ten: PageNumber { static let number = 10 }
enum Eleven: PageNumber { static let number = 11 }
enum Twelve: PageNumber { static let number = 12 }
enum Thirteen: PageNumber { static let number = 13 }
