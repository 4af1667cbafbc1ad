(window.bookParts=window.bookParts||{})["stopping"]=[{"href":"stopping.html#alg-7-1","text":"Early stopping with p Let i = 0. while i < p do Train for n steps. Update i by 5.","title":"Algorithm 7.1"},
{"href":"stopping.html","text":"Wait 5 epochs, as Algorithm 7.1 does; compare Figure 7.2.1 and Equation 7.2.1. First outside. Second.","title":"7.7 Early stopping"}];
