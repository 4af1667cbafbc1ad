import CCairo

extension Drawing {
    /// The version of Cairo that draws.
    public static var cairoVersion: String { String(cString: cairo_version_string()) }
}
