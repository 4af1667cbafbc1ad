extension FixtureBook {
    static let index = """
        A book whose numbers are computed: the decay is {{penalties:decay}}.

        ![The figure of @sec-penalties](figure:penalties/contours)
        """

    static let penalties = #"""
        A penalty $\alpha\Omega(w)$ pulls weights to the origin [@hoerl1970; @krogh1992, p. 3]. @breiman1996 says so too.
        The decay is {{decay}}, its square {{tiny|digits 2}}, and {{count}} images were drawn with {{data}}.
        The gain is {{gain}}, or {{gain|percent 1}}, over {{gain|n}} seeds.[^why]

        $$
        \tilde w = (H+\alpha I)^{-1}Hw^*
        $$ {#eq-7-6 claims="2-9E 2-10D"}

        ## Along the axes

        ![The loss and $\alpha\Omega$ at {{decay}}](figure:contours)

        As @fig-contours and @eq-7-6 show, *small* eigenvalues are **cut** first[](claim:2-9E), see @tbl-paths and
        @sec-stopping, or `code {{kept}}` and \<b>this\</b>.

        ![Paths & more](table:paths)

        $$
        a &= b + c \\
        d &= \begin{pmatrix} 1 \\ 2 \end{pmatrix}
        $$ {#eq-7-7 #eq-own}

        ![Over $\alpha$](figure:sweep)

        [](claim:2-9E) [](claim:2-10D)

        | a | b |
        |---|--:|
        | $x_1$ | 2 |

        > [!ERRATUM]
        > The draft forgets a condition: $$
        > H \succ 0
        > $$
        > and more.

        > [!MARGIN]
        > A note in the margin.

        [^why]: Eight seeds, for $t$ intervals.
        """#

    static let stopping = #"""
        Wait {{patience}} epochs, as @alg-7-1 does; compare @fig-penalties/contours and @eq-own.

        ```algorithm {#alg-7-1 title="Early stopping with $p$"}
        Let $i = 0$.
        **while** $i < p$ **do**
            Train for $n$ steps.
            Update $i$ by {{patience}}.
        ```

        ```snippet stopping
        ```

        [](claim:7-1X)

        1. First [outside](https://example.org/?a=1&b=2).
        2. Second.
        """#

    static let references = """
        references:
        - id: hoerl1970
          type: article-journal
          author:
          - {family: Hoerl, given: Arthur E.}
          - {family: Kennard, given: Robert W.}
          issued: {year: 1970}
          title: Ridge regression
          container-title: Technometrics
          volume: 12
          page: 55-67
        - id: krogh1992
          author: [{family: Krogh, given: Anders}, {family: Hertz, given: John A.}]
          issued: [{year: 1992}]
          title: A simple weight decay can improve generalization
        - id: breiman1996
          author: [{family: Breiman, given: Leo}]
          issued: 1996-08
          title: Bagging predictors <again>
          URL: https://example.org/bagging
        """

    static let snippet = """
        // snippet.stopping
            /// Waits.
            func wait(for epochs: Int) -> Bool { epochs < 5 && "a" != "b" }
        // snippet.end
        """
}
