package org.vigie.replay.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.records.RuleHistory;
import org.vigie.schemas.RulePublication;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import picocli.CommandLine;

/** Tests what a publication keeps of the words that a person types. */
class PublicationReasonTest {
    private final PublicationReason reason = new PublicationReason();

    @Test
    void aPatientsNameAndNumberInTheReasonAreMaskedBeforeItIsPublished() {
        // given
        type("Dr Martin", "Appels tardifs, patient Jean Dupont, IPP 8004512377");

        // when
        RulePublication published = new NewRules(RuleFileText.load("adult-icu-3"), Optional.empty(), true)
                .publication(new RuleHistory(AlarmRuleCatalogue.adultIcu()), reason, Instant.EPOCH);

        // then
        assertThat(published.getReason()).isEqualTo("Appels tardifs, patient [NOM], IPP [NUMERO]");
        assertThat(published.getAuthor()).isEqualTo("Dr Martin");
    }

    @Test
    void aReasonWithoutAnIdentifierStaysAsItWasTyped() {
        // when
        type("martin", "fewer calls at night: FC 130/min, SpO2 85 %");

        // then
        assertThat(reason.masked()).isEqualTo("fewer calls at night: FC 130/min, SpO2 85 %");
    }

    private void type(String author, String text) {
        new CommandLine(reason).parseArgs("--author", author, "--reason", text);
        reason.check();
    }
}
