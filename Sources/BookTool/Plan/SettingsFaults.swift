/// Everything wrong in a book's settings, in the order in which it stands there.
struct SettingsFaults: Error, Equatable {
    let file: String
    let all: [SettingsFault]
}
