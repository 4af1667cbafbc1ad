import Learning
import Plots
