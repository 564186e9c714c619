package holdfast.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer_id",
                "customerId",
                "customerid",
                "KundenNr",
                "kundennr",
                "client_no",
                "userId",
                "data.customer.id",
                "actor.uid",
                "memberNo",
                "account-number",
                "order.customer.id",
                "Mitglied Nr.",
                "user.uuid"
            })
    void knowsCustomersByTheirNames(String path) {
        assertThat(FieldWords.points(FieldRole.CUSTOMER, path)).isGreaterThanOrEqualTo(35);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session_id", "sessionId", "userAgent", "user_name", "anonymousId", "order_id",
                "device.id", "user_pseudo_id", "domain_userid", "customer.city", "user.created_at",
                        "userType"
            })
    void isNotMisledByWhatBelongsToACustomer(String path) {
        assertThat(FieldWords.points(FieldRole.CUSTOMER, path)).isLessThan(20);
    }

    @ParameterizedTest
    @CsvSource({
        "customer_id, user_email",
        "user_id, username",
        "userId, sessionId",
    })
    void prefersTheIdOfACustomer(String better, String worse) {
        assertThat(FieldWords.points(FieldRole.CUSTOMER, better))
                .isGreaterThan(FieldWords.points(FieldRole.CUSTOMER, worse));
    }

    @Test
    void readsTheNameAboveOnlyWhereTheLastSaysTooLittle() {
        assertThat(FieldWords.words("data.customer.id")).containsExactly("id", "customer");
        assertThat(FieldWords.words("customer.city")).containsExactly("city");
        assertThat(FieldWords.words("")).isEmpty();
        assertThat(FieldWords.words("...")).isEmpty();
    }

    @Test
    void takesNoQuantityForAnAmount() {
        assertThat(FieldWords.points(FieldRole.AMOUNT, "quantity")).isNegative();
        assertThat(FieldWords.points(FieldRole.AMOUNT, "unit_price")).isPositive();
        assertThat(FieldWords.points(FieldRole.AMOUNT, "total_tax")).isNotPositive();
    }
}
