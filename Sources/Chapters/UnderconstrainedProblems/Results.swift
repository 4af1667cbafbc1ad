import Learning

/// Everything that the page on under-constrained problems shows.
public struct Results: Codable, Sendable {
    public var singular: SingularMeasurements
    public var growth: GrowthMeasurements
    public var balance: BalanceMeasurements
    public var stopping: StoppingMeasurements
    public var inverse: InverseMeasurements
    public let valley: Valley
    public let parameters: Parameters
}

/// When XᵀX can't be inverted, and what doesn't need it.
public struct SingularMeasurements: Codable, Sendable {
    /// Examples and features of the wide data.
    public let examples: Int
    public let features: Int
    /// How many directions XᵀX of the wide data has lost, after centring.
    public var lostDirections: Int
    /// The largest angle (as 1 − |cosine|) between principal components by SVD and by power iteration.
    public var componentError: Double
    /// The largest rank of XᵀX among the wide problems minus their number of examples; at most 0.
    public var excessRank: Int
    /// The largest least eigenvalue of XᵀX of the wide problems, relative to the greatest.
    public var wideLeast: Double
    /// A column of ones: its variance, and the least eigenvalue over the greatest, as it is and centred.
    public let constantVariance: Double
    public var constantLeast: Double
    public var constantCondition: Double
    public var centredLeast: Double
    /// The most by which the least eigenvalue of XᵀX + αI falls short of α, over the greatest eigenvalue.
    public var shortfall: Double
}

/// Logistic regression on separable data, followed for a long time.
public struct GrowthMeasurements: Codable, Sendable {
    /// Random separable problems: how many, and in how many doubling w kept every label right and raised the likelihood.
    public let problems: Int
    public var doublings: Int
    /// Steps of gradient descent on those problems at which ‖w‖ did not grow, and how many steps there were.
    public var shrinkingSteps: Int
    public let steps: Int
    /// One weight, learning rate 1: steps t and w(t) in exact arithmetic, in double and in single precision, with decay.
    public let times: [Double]
    public let exact: [Double]
    public let double: [Double]
    public let single: [Double]
    public let decayed: [Double]
    /// w after 10³, 10⁴ and 10⁵ steps.
    public var milestones: [Double]
    /// The slope of w in ln t from 10³ to 10¹⁰ steps.
    public var slope: Double
    /// The distance between taking steps together from 10⁵ on and one by one up to `directSteps`.
    public var jumpError: Double
    /// Single precision: difference of the step of the last change, one by one minus together, and of the weights.
    public var stallStepGap: Double
    public var stallWeightGap: Double
    /// Where rounding stops the weight, and the largest finite number; then what the next step changes.
    public var singleStall: Stall
    public var doubleStall: Stall
    /// Newton's method: the step at which the weight is no number any more, and the last weight that was one.
    public var newtonSteps: Int
    public let newtonWeight: Double
    /// Gradient descent with a careless sigmoid and inputs of this size: the step at which the weight is no number.
    public let carelessInput: Double
    public var carelessSteps: Int
    /// The same with the sigmoid written safely: the last weight.
    public let carefulWeight: Double
}

/// The place where rounding stops gradient descent.
public struct Stall: Codable, Sendable {
    /// The step of the last change.
    public let steps: Double
    public var weight: Double
    /// Decades from the weight to the largest finite number; 0 when the weight overflowed.
    public var decadesToOverflow: Double
    /// What a further step changes.
    public var change: Double
}

/// Where weight decay stops the growth.
public struct BalanceMeasurements: Codable, Sendable {
    public let alphas: [Double]
    /// ‖w‖ and the slope of the mean log-likelihood along w at the penalized optimum, one a coefficient.
    public let norms: [Double]
    public let slopes: [Double]
    /// Largest relative deviation of the slope from α, and from the equation.
    public var printedError: Double
    public var correctedError: Double
    /// Under an L1 penalty: the largest relative deviation of the slope of a nonzero weight from β.
    public var lassoError: Double
    /// The norm along plain gradient descent and the slope there, for the figure.
    public let pathNorms: [Double]
    public let pathSlopes: [Double]
}

/// Early stopping on validation accuracy on separable data.
public struct StoppingMeasurements: Codable, Sendable {
    /// Data sets of one kind.
    public var wide: [StoppedRun]
    public var narrow: [StoppedRun]
    public var mislabelled: [StoppedRun]
    /// The first data set of the narrow kind: ‖w‖ and validation accuracy at each evaluation.
    public let norms: [Double]
    public let accuracies: [Double]
}

/// One training run, with the rule of Algorithm 7.1 on validation error and without.
public struct StoppedRun: Codable, Sendable {
    /// The evaluation at which training stopped, from 1; nil when patience never ran out.
    public var stop: Int?
    /// Whether validation accuracy was 1 at any evaluation of the whole budget.
    public var saturates: Bool
    /// Validation accuracy of the parameters returned and at the end of the budget.
    public let accuracyReturned: Double
    public let accuracyAtEnd: Double
    /// ‖w‖ when training stopped, halfway through the budget and at its end.
    public let normAtStop: Double
    public let normHalfway: Double
    public let normAtEnd: Double
}

/// The pseudoinverse.
public struct InverseMeasurements: Codable, Sendable {
    /// Ridge coefficients, descending.
    public let alphas: [Double]
    /// ‖(XᵀX+αI)⁻¹Xᵀ − X⁺‖: predicted, by normal equations (infinite where they broke down), by singular values.
    public let predicted: [Double]
    public var normalErrors: [Double]
    public let filteredErrors: [Double]
    /// Largest relative deviation from the prediction for α ≥ 10⁻⁶.
    public var limitError: Double
    /// The least error by normal equations and the coefficient where it lies.
    public let floor: Double
    public let floorAlpha: Double
    /// Largest residual where an exact solution exists, largest gradient of the squared error anywhere.
    public var exactResidual: Double
    public var leastSquaresGradient: Double
    /// Largest distance from the least-squares solution that gradient descent reaches from the origin.
    public var descentDistance: Double
    /// Solutions with the same fit that were tried, and how many of them were longer than X⁺y.
    public let rivals: Int
    public var longerRivals: Int
    /// Condition numbers and the median relative error of the weights by SVD and by inverting XᵀX.
    public let conditions: [Double]
    public let singularValueErrors: [Double]
    public let normalEquationErrors: [Double]
    /// At condition 10¹²: the worst error by SVD and the least by inverting XᵀX.
    public var worstBySingularValues: Double
    public var bestByInverse: Double
}

/// One example, two weights: a loss with a whole line of minimizers.
public struct Valley: Codable, Sendable {
    public let input: [Double]
    public let target: Double
    /// Ridge coefficients and the minimizers that gradient descent found for them.
    public let alphas: [Double]
    public let minimizers: [[Double]]
    /// The shortest of the minimizers at α = 0.
    public let shortest: [Double]
}
