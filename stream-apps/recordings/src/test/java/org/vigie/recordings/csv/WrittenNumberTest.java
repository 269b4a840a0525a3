package org.vigie.recordings.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "36.6 ; .",
                "36,6 ; ,",
                "0,250 ; ,",
                "1,250.5 ; .",
                "1.250,5 ; ,",
                "1,250,000 ; .",
                "1.250.000 ; ,",
                "1 250,5 ; ,",
                "1'250.5 ; .",
            })
    void aNumberWithOneReadingGivesItsDecimalMark(String text, char mark) {
        assertThat(WrittenNumber.of(text).onlyMark()).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"250,000 ; ,", "1.250 ; .", "-7,412 ; ,"})
    void aNumberThatMayHaveGroupsOrDecimalsIsAmbiguous(String text, char mark) {
        assertThat(WrittenNumber.of(text).onlyMark()).isEqualTo(WrittenNumber.NO_MARK);
        assertThat(WrittenNumber.of(text).ambiguousMark()).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1,250.5 ; . ; 1250.5",
                "1.250,5 ; , ; 1250.5",
                "1 250,5 ; , ; 1250.5",
                "36,6 ; , ; 36.6",
                "12,50.5 ; . ; 12,50.5",
                "36.6.1 ; , ; 36.6.1",
            })
    void groupsAreRemovedWhereTheyAreWhole(String text, char mark, String plain) {
        assertThat(WrittenNumber.of(text).plain(mark)).isEqualTo(plain);
    }
}
