package org.vigie.training.command.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoursSeenTest {
    @Test
    void theHoursAreAscendingAndEachOnce() {
        assertThat(HoursSeen.parse("48, 6,24,6").hours()).containsExactly(6, 24, 48);
    }

    @Test
    void theDefaultAndBothEndsOfTheRangeAreTaken() {
        assertThat(HoursSeen.parse(HoursSeen.DEFAULT).hours()).containsExactly(6, 12, 24, 36, 48);
        assertThat(HoursSeen.parse("1,48").hours()).containsExactly(1, 48);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "49", "-1", "6.5", "six", "", "100"})
    void whatIsNoHourOfTheWindowIsRefusedWithItsText(String text) {
        assertThatThrownBy(() -> HoursSeen.parse("6," + text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--hours: must be whole hours from 1 to 48, was '" + text + "'");
    }
}
