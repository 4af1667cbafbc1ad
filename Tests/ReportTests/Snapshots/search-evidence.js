(window.bookParts=window.bookParts||{})["evidence"]=[{"href":"evidence.html#claim-2-9E","text":"The optimum is (H + αI)^(−1)Hw*. By minimising.","title":"Claim 2-9E, holds"},
{"href":"evidence.html#claim-2-10D","text":"As α → 0 it tends to w*. A singular H.","title":"Claim 2-10D, erratum"},
{"href":"evidence.html#claim-7-1X","text":"Validation loss is U-shaped. Paired seeds.","title":"Claim 7-1X, inconclusive"}];
