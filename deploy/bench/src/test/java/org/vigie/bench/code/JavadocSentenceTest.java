package org.vigie.bench.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which first sentences of a Javadoc have a verb. */
class JavadocSentenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rejects readings outside the variable's hard range.",
                "Cross-validates and trains.",
                "Names the columns of a table.",
                "A stay is open until its patient leaves.",
                "The port was taken; no other is tried."
            })
    void aSentenceWithAVerbIsRecognised(String javadoc) {
        assertThat(new JavadocSentence(javadoc).hasVerb()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "The kind of failure.",
                "Names of the catalogue's variables.",
                "Options of a command.",
                "A value that is missing.",
                "One lead; it is the second."
            })
    void aNounPhraseHasNoVerb(String javadoc) {
        assertThat(new JavadocSentence(javadoc).hasVerb()).isFalse();
    }

    @Test
    void theFirstSentenceEndsBeforeTheNextOneAndBeforeATag() {
        assertThat(JavadocSentence.firstOf("Reads 1.5 s. It is fast.").text()).isEqualTo("Reads 1.5 s.");
        assertThat(JavadocSentence.firstOf("Reads <p>It is fast.").text()).isEqualTo("Reads");
        assertThat(JavadocSentence.firstOf("@param unit of its values").text()).isEmpty();
    }
}
