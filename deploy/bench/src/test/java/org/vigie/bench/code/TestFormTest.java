package org.vigie.bench.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests the form of all tests: a test with a value of its own says what is given, what is done and what must hold. */
class TestFormTest {

    /** A test of a page clicks and looks in turn; each line of it is a step. */
    private static final Pattern OF_A_PAGE =
            Pattern.compile("microsoft\\.playwright|extends PageInBrowser|class PagesIT");

    private static final Pattern TEST = Pattern.compile(
            "\\n"
                    + "    @(?:Test|ParameterizedTest|Property)\\b.*?\\n"
                    + "    (?:public )?void (\\w+)\\(.*?\\{\\n"
                    + "(.*?)\\n"
                    + "    \\}\\n",
            Pattern.DOTALL);

    private static final Pattern OWN_VALUE = Pattern.compile("(?m)^ {8}(?:final )?[\\w<>\\[\\], .?]+ \\w+ = ");
    private static final Pattern STEP = Pattern.compile("// (?:given|when|then)");

    /** Tests of a branch that is not merged yet may lack them; in one of a hundred tests the steps may stand in a helper. */
    private static final double ALLOWED_SHARE = 0.01;

    @Test
    void aTestWithAValueOfItsOwnNamesItsSteps() {
        // given
        long all = testFiles().flatMap(TestFormTest::bodies).count();

        // when
        List<String> without = testFiles().flatMap(TestFormTest::withoutSteps).toList();

        // then
        assertThat(all).isGreaterThan(2_000);
        assertThat(without)
                .as("// given, // when and // then say what the values are for (CONTRIBUTING.md)")
                .hasSizeLessThan((int) (all * ALLOWED_SHARE));
    }

    private static Stream<String> withoutSteps(Path file) {
        return TEST.matcher(CheckoutSources.text(file))
                .results()
                .filter(test -> OWN_VALUE.matcher(test.group(2)).find())
                .filter(test -> !STEP.matcher(test.group(2)).find())
                .map(test -> file.getFileName() + ": " + test.group(1));
    }

    private static Stream<String> bodies(Path file) {
        return TEST.matcher(CheckoutSources.text(file)).results().map(test -> test.group(2));
    }

    private static Stream<Path> testFiles() {
        return CheckoutSources.testFiles()
                .filter(file -> !OF_A_PAGE.matcher(CheckoutSources.text(file)).find());
    }
}
