import Foundation

/// A value that has a place along an axis: a number or a moment.
public protocol Plottable {
    /// The number that stands for the value: of a moment, its seconds since the start of 1970 in UTC.
    var plotNumber: Double { get }
    /// Whether the values are moments, whose axis gets the calendar's ticks.
    static var isTime: Bool { get }
}

extension Plottable {
    public static var isTime: Bool { false }
}

extension Double: Plottable {
    public var plotNumber: Double { self }
}

extension Float: Plottable {
    public var plotNumber: Double { Double(self) }
}

extension Int: Plottable {
    public var plotNumber: Double { Double(self) }
}

extension Int32: Plottable {
    public var plotNumber: Double { Double(self) }
}

extension UInt8: Plottable {
    public var plotNumber: Double { Double(self) }
}

extension Date: Plottable {
    public var plotNumber: Double { timeIntervalSince1970 }
    public static var isTime: Bool { true }
}
