package org.vigie.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BedListTest {
    private static final BedList LIST =
            BedList.of(List.of("REA/[01-24]", "4E/136-B", "SI/*", "USC/1", "USC/01", "Réa 2/A"));

    @ParameterizedTest
    @CsvSource({
        "REA/21, REA/21",
        "' REA/21 ', REA/21",
        "REA^^21, REA/21",
        "rea/21, REA/21",
        "REA/021, REA/21",
        "REA/1, REA/01",
        "rea^^1, REA/01",
        "4e/136-b, 4E/136-B",
        "SI/anything, SI/anything",
        "RÉA 2/a, Réa 2/A",
        "USC/1, USC/1",
        "USC/01, USC/01",
    })
    void anotherSpellingOfAListedBedIsThatBed(String sent, String name) {
        assertThat(LIST.name(sent)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "REA/25, REA/25?",
        "REA/00, REA/00?",
        "REA/2 1, REA/2 1?",
        "REA-21, REA-21?",
        "REA/21/1, REA/21/1?",
        "21, 21?",
        "si/3, si/3?",
        "SI/3/4, SI/3/4?",
        // two listed beds that differ in a zero only are ambiguous
        "usc/1, usc/1?",
        "USC/001, USC/001?",
    })
    void whatIsNotListedIsMarked(String sent, String name) {
        assertThat(LIST.name(sent)).isEqualTo(name);
    }

    @Test
    void anInvisibleCharacterMakesAnotherBed() {
        assertThat(LIST.name("REA/2\u200b1")).startsWith("REA/2_1~").endsWith("?");
        assertThat(LIST.name("REA/21\nREA/22")).startsWith("REA/21_REA/22~").endsWith("?");
        assertThat(LIST.name("REA/21\n")).isEqualTo("REA/21");
    }

    @Test
    void anEmptyListAcceptsEveryWellFormedNameAndMarksTheOthers() {
        // when
        BedList any = BedList.of(List.of());

        // then
        assertThat(any.name("REA/99")).isEqualTo("REA/99");
        assertThat(any.name(" REA/99 ")).isEqualTo("REA/99");
        assertThat(any.name("rea/99")).isEqualTo("rea/99");
        assertThat(any.name("REA\n99")).startsWith("REA_99~").endsWith("?");
        assertThat(any.name(" \n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "REA\n1",
                "REA/[24-01]",
                "REA/[1-99999]",
                "REA/[a-b]",
                "REA/<b>",
                "REA/1?",
                "*/../*",
                "/",
                "REA/[1-2]/[1-2]"
            })
    void anEntryThatIsNoneIsNamed(String entry) {
        assertThatThrownBy(() -> BedList.of(List.of("REA/01", entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("beds[1]: must be a bed like REA/03");
    }
}
