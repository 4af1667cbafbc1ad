/// Files that editors keep beside the one that is edited, for a moment or until they end.
enum Litter {
    /// Whether a file of this name is hidden, or some editor's own.
    static func holds(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#") && name.hasSuffix("#")
            || name == "4913" || endings.contains { name.hasSuffix($0) }
            || name.hasPrefix("sed") && name.count == 9 && name.allSatisfy { $0.isLetter || $0.isNumber }
    }

    private static let endings = [
        ".swp", ".swo", ".swx", ".tmp", ".bak", ".kate-swp", "___jb_tmp___", "___jb_old___", ".part", ".crswap",
    ]
}
