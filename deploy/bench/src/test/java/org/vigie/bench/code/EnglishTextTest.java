package org.vigie.bench.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that English texts for clinicians have no space before a mark, as French texts have. */
class EnglishTextTest {
    /** A text in both languages, in which each of two arguments begins with a literal. */
    private static final Pattern BOTH = Pattern.compile(
            "new (?:LocalizedText|DurationText)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"[^\"]*?,\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Pattern FRENCH_MARK = Pattern.compile("(?:^|\\S)[ \\u00a0\\u202f][:;!]");

    @Test
    void noEnglishTextOfAnAppHasASpaceBeforeAMark() {
        // when
        List<String> texts = texts("en").toList();

        // then
        assertThat(texts).hasSizeGreaterThan(40);
        assertThat(texts).noneMatch(text -> FRENCH_MARK.matcher(text).find());
    }

    @Test
    void theFrenchTextsBesideThemHaveOne() {
        assertThat(texts("fr").filter(text -> FRENCH_MARK.matcher(text).find())).hasSizeGreaterThan(10);
    }

    private static Stream<String> texts(String language) {
        int group = language.equals("fr") ? 1 : 2;
        return CheckoutSources.mainFiles().stream().flatMap(file -> texts(file, group));
    }

    private static Stream<String> texts(Path file, int group) {
        return BOTH.matcher(CheckoutSources.text(file)).results().map(found -> found.group(group));
    }
}
