package org.vigie.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.gateway.intake.PatientMovement.PatientDemographics;
import org.vigie.terminology.DropReason;

class DeliveryMaskTest {
    private static final byte[] RAW = {1, 2, 3};

    private final DeliveryMask mask = new DeliveryMask();

    @Test
    void theTextsOfAnAlarmLoseTheirNamesAndKeepTheirValues() {
        // when
        BedsideAlert alert = mask.of(delivery()).alerts().get(0);

        // then
        assertThat(alert.text()).isEqualTo("SpO2 82 % - [NOM]");
        assertThat(alert.code()).isEqualTo("196652^[NOM]^MDC");
        assertThat(alert.value()).isEqualTo("82");
        assertThat(alert.bed()).isEqualTo("REA/03");
    }

    @Test
    void theNameOfACodeIsMaskedAndItsNumberStays() {
        // when
        DroppedElement left = mask.of(delivery()).dropped().get(0);

        // then
        assertThat(left.code()).isEqualTo("123456789012^Tel [TEL]^99LOCAL");
        assertThat(left.reason()).isEqualTo(DropReason.UNMAPPED_CODE);
    }

    @Test
    void aTimeThatCannotBeReadKeepsItsForm() {
        // given
        var seconds = new DroppedElement("mqtt", "time", "temp", "1764441982", DropReason.UNREADABLE_TIME);
        var number = new DroppedElement("mqtt", "value", "temp", "1764441982", DropReason.UNMAPPED_CODE);

        // when
        List<DroppedElement> left = mask.of(leavingOut(seconds, number)).dropped();

        // then
        assertThat(left).extracting(DroppedElement::value).containsExactly("1764441982", "[NUMERO]");
    }

    @Test
    void aFamilyNameAloneIsMaskedWhereTheMessageNamesThePatientOrTheStaff() {
        // given
        byte[] raw = "MSH|^~\\&|MON|ICU\rPID|||4410077||LEBRUN^Solène\rPV1||I|REA^^03||||42^PASCAL^Hugo\r"
                .getBytes(StandardCharsets.UTF_8);

        // when
        BedsideAlert alert = mask.of(alarm("FC haute lebrun, vu par Pascal 82 /min solene", raw))
                .alerts()
                .get(0);

        // then
        assertThat(alert.text()).isEqualTo("FC haute [NOM], vu par [NOM] 82 /min [NOM]");
    }

    @Test
    void theReaderOfAResultIsMaskedAndTheWardOfTheReaderStays() {
        // given
        String raw = "MSH|^~\\&|MON|ICU\rOBR|1" + "|".repeat(31) + "42&PASCAL&Hugo^20261129^20261129^REA^03\r";

        // when
        BedsideAlert alert = mask.of(
                        alarm("REA: vu par Pascal, hugo, le 20261129", raw.getBytes(StandardCharsets.US_ASCII)))
                .alerts()
                .get(0);

        // then
        assertThat(alert.text()).isEqualTo("REA: vu par [NOM], [NOM], le 20261129");
    }

    @Test
    void aNameInAnyCharacterSetIsMasked() {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            // given
            byte[] raw = "MSH|^~\\&|MON|ICU\rPID|||4410077||LEFÈVRE^Solène\r".getBytes(charset);

            // when
            BedsideAlert alert =
                    mask.of(alarm("alarme de lefevre", raw)).alerts().get(0);

            // then
            assertThat(alert.text()).isEqualTo("alarme de [NOM]");
        }
    }

    @Test
    void aUnitStaysWhereItIsANameOfTheMessage() {
        // given
        byte[] raw = "MSH|^~\\&|MON|ICU\rPID|||4410077||TORR^Anna\r".getBytes(StandardCharsets.US_ASCII);
        var left = new DroppedElement("OBX[1]", "OBX-6", "1^Torr^L", "7", DropReason.UNMAPPED_CODE, "Torr");

        // when
        DroppedElement masked = mask.of(new IntakeDelivery(
                        IntakeProtocol.HL7, "MON", "m1", 1, List.of(), List.of(), List.of(), List.of(left), raw))
                .dropped()
                .get(0);

        // then
        assertThat(masked.unit()).isEqualTo("Torr");
        assertThat(masked.code()).isEqualTo("1^[NOM]^L");
    }

    @Test
    void aDeliveryWithoutTextsIsPassedOnAsItIs() {
        // given
        IntakeDelivery admission = admission("LEBRUN", "Solène");

        // then
        assertThat(mask.of(admission)).isSameAs(admission);
    }

    @Test
    void aFamilyNameThatTheAdmissionSentIsMaskedInLaterTextsOfTheBed() {
        // given
        byte[] raw = {};
        String text = "alarme de LEBRUN au lit";
        assertThat(mask.of(alarm(text, raw)).alerts().get(0).text()).isEqualTo(text);

        // when
        var unused = mask.of(admission("LEBRUN", "Solène"));

        // then
        assertThat(mask.of(alarm(text, raw)).alerts().get(0).text()).isEqualTo("alarme de [NOM] au lit");
    }

    private static IntakeDelivery alarm(String text, byte[] raw) {
        var alert = new BedsideAlert(
                "REA/03",
                "",
                "MON",
                Optional.empty(),
                "a1",
                "196652^HR^MDC",
                text,
                "",
                "82",
                "start",
                "active",
                "PH",
                "SP");
        return new IntakeDelivery(
                IntakeProtocol.HL7, "MON", "m1", 1, List.of(), List.of(), List.of(alert), List.of(), raw);
    }

    private static IntakeDelivery admission(String family, String given) {
        var movement = new PatientMovement(
                "A01",
                MovementAction.ADMIT,
                "4410077",
                "V-1",
                "REA/03",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                new PatientDemographics(family, given, "19430617", "F"));
        return new IntakeDelivery(
                IntakeProtocol.HL7, "ADT", "m0", 0, List.of(), List.of(movement), List.of(), List.of(), RAW);
    }

    @Test
    void theMessageItselfStaysAsItWasSentForTheSealedTopic() {
        assertThat(mask.of(delivery()).raw()).isEqualTo(RAW);
    }

    private static IntakeDelivery leavingOut(DroppedElement... left) {
        return new IntakeDelivery(
                IntakeProtocol.MQTT, "MON", "m1", 1, List.of(), List.of(), List.of(), List.of(left), RAW);
    }

    private static IntakeDelivery delivery() {
        var alert = new BedsideAlert(
                "REA/03",
                "4410077",
                "MON",
                Optional.empty(),
                "a1",
                "196652^Jean Dupont^MDC",
                "SpO2 82 % - Jean Dupont",
                "",
                "82",
                "start",
                "active",
                "PH",
                "SP");
        var left = new DroppedElement(
                "OBX[1]", "OBX-3", "123456789012^Tel 06 12 34 56 78^99LOCAL", "7", DropReason.UNMAPPED_CODE);
        return new IntakeDelivery(
                IntakeProtocol.HL7, "MON", "m1", 1, List.of(), List.of(), List.of(alert), List.of(left), RAW);
    }
}
