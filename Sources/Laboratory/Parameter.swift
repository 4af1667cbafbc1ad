/// A parameter that explains itself: what it is, which values it may have, and in what unit.
///
///     @Parameter("evaluations without improvement before stopping", in: 1...500) var patience = 5
///
/// It is stored as its bare value.
@propertyWrapper
public struct Parameter<Value: Codable & Sendable>: Sendable {
    public var wrappedValue: Value
    /// What it is, in a few words; TeX between dollar signs.
    public let description: String
    /// What it is counted in; empty for a pure number.
    public let unit: String
    /// The lowest and the highest value of a number, and of each number of a list.
    public let limits: ClosedRange<Double>?

    private init(value: Value, description: String, unit: String, limits: ClosedRange<Double>?) {
        wrappedValue = value
        self.description = description
        self.unit = unit
        self.limits = limits
    }

    /// A parameter of any kind without limits.
    public init(wrappedValue: Value, _ description: String, unit: String = "") {
        self.init(value: wrappedValue, description: description, unit: unit, limits: nil)
    }
}

extension Parameter where Value: ParameterNumber {
    /// A number within `limits`.
    public init(wrappedValue: Value, _ description: String, in limits: ClosedRange<Value>, unit: String = "") {
        self.init(
            value: wrappedValue, description: description, unit: unit,
            limits: limits.lowerBound.number...limits.upperBound.number)
    }
}

extension Parameter {
    /// A list of numbers, each within `limits`.
    public init<Number: ParameterNumber>(
        wrappedValue: Value, _ description: String, in limits: ClosedRange<Number>, unit: String = ""
    ) where Value == [Number] {
        self.init(
            value: wrappedValue, description: description, unit: unit,
            limits: limits.lowerBound.number...limits.upperBound.number)
    }
}

extension Parameter: Codable {
    /// Takes the bare value; what explains it stands with the default.
    public init(from decoder: any Decoder) throws {
        self.init(
            value: try decoder.singleValueContainer().decode(Value.self), description: "", unit: "", limits: nil)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}

/// A number that limits can be set to.
public protocol ParameterNumber: Comparable, Sendable {
    var number: Double { get }
}

extension Int: ParameterNumber {
    public var number: Double { Double(self) }
}

extension Double: ParameterNumber {
    public var number: Double { self }
}

/// What a parameter says of itself, whatever the type of its value.
public protocol ExplainedParameter {
    var description: String { get }
    var unit: String { get }
    var limits: ClosedRange<Double>? { get }
    var anyValue: any Codable & Sendable { get }
}

extension Parameter: ExplainedParameter {
    public var anyValue: any Codable & Sendable { wrappedValue }
}
