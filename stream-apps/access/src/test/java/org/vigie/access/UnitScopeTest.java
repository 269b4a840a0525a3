package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnitScopeTest {
    @Test
    void aBedIsOfTheUnitBeforeItsFirstSlash() {
        assertThat(UnitScope.unitOf("REA/03")).isEqualTo("REA");
        assertThat(UnitScope.unitOf("REA/A/03")).isEqualTo("REA");
        assertThat(UnitScope.unitOf("BOX7")).isEqualTo("BOX7");
    }

    @Test
    void aUnitIsComparedWholeAndWithItsLetters() {
        // given
        UnitScope scope = UnitScope.of("REA");

        // when, then
        assertThat(scope.coversBed("REA/03")).isTrue();
        assertThat(scope.coversBed("REA2/03")).isFalse();
        assertThat(scope.coversBed("RE/03")).isFalse();
        assertThat(scope.coversBed("rea/03")).isFalse();
        assertThat(scope.coversBed("")).isFalse();
    }

    @Test
    void theScopeOfEveryUnitCoversAnyBed() {
        assertThat(UnitScope.everyUnit().coversBed("REA/03")).isTrue();
        assertThat(UnitScope.everyUnit().coversBed("")).isTrue();
    }

    @Test
    void oneMoreUnitChangesOnlyTheNewScope() {
        // given
        UnitScope scope = UnitScope.of("REA");

        // when
        UnitScope more = scope.with("CARDIO");

        // then
        assertThat(more).isEqualTo(UnitScope.of("CARDIO", "REA"));
        assertThat(scope).isEqualTo(UnitScope.of("REA"));
    }

    @Test
    void aScopeDoesNotFollowTheSetThatItWasMadeFrom() {
        // given
        Set<String> units = new HashSet<>(Set.of("REA"));
        var scope = new UnitScope(units);

        // when
        units.add("CARDIO");

        // then
        assertThat(scope.covers("CARDIO")).isFalse();
    }
}
