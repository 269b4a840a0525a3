package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.station.PageScripts.NodeExit;

/** Checks the types of the page's scripts, and runs the tests of what they compute ({@code src/test/js}). */
class PageScriptsTest {
    private static PageScripts scripts;

    @BeforeAll
    static void prepareNode() {
        scripts = new PageScripts();
    }

    @Test
    void theScriptsOfThePageHaveNoTypeErrorInStrictMode() throws IOException, InterruptedException {
        // when
        NodeExit compiled = scripts.compile();
        // then
        assertThat(compiled.output()).isEmpty();
        assertThat(compiled.status()).isZero();
    }

    @Test
    void whatThePageComputesAgreesWithTheTestsOfItsScripts() throws IOException, InterruptedException {
        // when
        NodeExit tested = scripts.test();
        // then
        assertThat(tested.output()).contains("# fail 0").containsPattern("# pass [1-9]\\d");
        assertThat(tested.status()).as(tested.output()).isZero();
    }
}
