// All of Learning under one name. A study imports the modules that it measures with, so that the others do not make it stale.
@_exported import ClassicalModels
@_exported import DataSets
@_exported import LinearAlgebra
@_exported import LinearModels
@_exported import Networks
@_exported import Statistics
