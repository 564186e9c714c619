package holdfast.core.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the words of a field's name say for and against each role: a table of points. */
final class FieldWords {

    /* Words that say nothing by themselves: the name above them counts too. */
    private static final Set<String> PALE =
            Set.of(
                    "id", "key", "no", "nr", "number", "code", "uuid", "guid", "value", "name",
                    "ref", "time", "at", "date", "total", "amount", "type", "gid", "uid", "sum",
                    "ts");

    private static final List<String> ENDINGS =
            List.of("number", "name", "time", "type", "uuid", "nr", "no", "id", "at");

    private static final Map<String, Integer> CUSTOMER =
            points(
                    "customer 40 kunde 40 kunden 40 cliente 40 klant 40 mitglied 38 member 38"
                            + " subscriber 38 client 36 user 36 player 36 buyer 36 shopper 36 nutzer 36"
                            + " benutzer 36 account 30 actor 30 patient 30 uid 30 distinct 30 person 28"
                            + " contact 24 owner 20 guest 20 profile 20 party 20 subject 16 email 12 id"
                            + " 16 no 14 nr 14 nummer 14 number 14 key 12 code 12 uuid 16 guid 16 ref"
                            + " 6",
                    "session 60 sitzung 60 anonymous 60 anon 50 device 50 cookie 50 ip 60 agent 80 "
                            + "visitor 15 pseudo 40 network 40 domain 40 name 40 firstname 60 "
                            + "lastname 60 first 40 last 40 city 60 country 60 type 40 level 40 "
                            + "status 40 order 50 product 60 item 60 sku 60 message 50 event 50 "
                            + "request 50 transaction 50 invoice 50 tenant 15 org 15 company 10 "
                            + "address 50 registration 50 created 50 time 50 lang 60 language 60 "
                            + "role 40 group 40 segment 40 age 60 gender 60 phone 20 zip 60 "
                            + "since 50 locale 60 page 60 url 70 score 50 count 60 ltv 60");

    private static final Map<String, Integer> EVENT =
            points(
                    "event 30 evt 24 ereignis 30 action 28 aktion 28 activity 28 operation 26 "
                            + "verb 26 vorgang 26 what 24 was 16 page 22 interaction 20 type 14 "
                            + "kind 14 art 14 screen 12 topic 10 trigger 8 name 6 status 4",
                    "customer 20 kunde 20 user 25 account 20 level 25 method 15 auth 15 gender 40"
                            + " country 40 city 40 language 40 locale 40 currency 50 device 40 os 40"
                            + " browser 40 platform 20 source 15 version 40 content 20 product 30 item"
                            + " 30 mime 30 plan 15 id 40 vendor 20 format 20 payment 10 title 10 url 15"
                            + " first 40 last 40 carrier 20 role 20 tenant 30 object 10 resource 10"
                            + " target 10");

    private static final Map<String, Integer> TIME =
            points(
                    "timestamp 25 datetime 24 time 22 ts 22 tstamp 22 when 22 occurred 20 datum 18"
                            + " zeit 18 zeitpunkt 22 date 15 happened 20 at 8 event 8 derived 12"
                            + " created 10 placed 12 day 5 tag 5 utc 3 fecha 15",
                    "birth 60 birthday 60 registration 35 registered 35 signup 35 expires 40 "
                            + "expiry 40 valid 30 until 30 updated 12 modified 12 sent 8 "
                            + "received 8 ingest 10 ingested 10 processed 10 etl 12 load 12 "
                            + "collector 2 closed 12 cancelled 15 delivery 15 due 25 first 20 "
                            + "last 10 previous 20 refers 60 original 4 start 2 end 10 since 35 "
                            + "refr 15 dvce 4 joined 35");

    private static final Map<String, Integer> MESSAGE_ID =
            points(
                    "message 30 event 20 insert 20 dedup 25 idempotency 25 uuid 20 guid 20 id 20 "
                            + "request 12 transaction 10 record 10 entry 10 log 8 order 6 "
                            + "bestellung 6 beleg 6 invoice 4 key 6 nr 6 nummer 6 number 6 trace 4",
                    "target 40 object 30 resource 30 document 30 "
                            + "customer 60 kunde 60 user 60 session 50 device 50 product 50 item 40 sku 50"
                            + " anonymous 50 time 40 name 40 amount 50 account 50 previous 50 parent 50"
                            + " refers 50");

    private static final Map<String, Integer> AMOUNT =
            points(
                    "revenue 32 umsatz 32 amount 30 betrag 30 total 28 summe 26 preis 26 price 24"
                            + " sales 20 spend 24 spent 24 paid 20 subtotal 18 value 20 sum 20 montant"
                            + " 28 importe 28 prezzo 24 cost 12 gesamt 12 turnover 26 gross 8 brutto 8"
                            + " purchase 8 grand 8 net 6 netto 6 order 6 fee 8 eur 10",
                    "quantity 60 qty 60 count 60 menge 60 anzahl 60 items 20 item 8 tax 30 vat 30 "
                            + "mwst 30 shipping 25 versand 25 discount 25 rabatt 25 id 60 time 50 "
                            + "duration 60 length 60 tip 20 balance 25 lifetime 40 ltv 40 "
                            + "number 30 list 10 params 40 predicted 40");

    private static final Map<String, Integer> CURRENCY =
            points(
                    "currency 30 waehrung 30 w\u00e4hrung 30 curr 20 ccy 20 devise 20 iso 4",
                    "country 40");

    private static final Map<String, Integer> REFERS_TO =
            points(
                    "refers 40 reversed 30 reverses 30 original 20 order 10 purchase 10 ordered 15 "
                            + "transaction 6 time 8 timestamp 8 date 8 at 6",
                    "sent 40 received 40 created 20 updated 30");

    private FieldWords() {}

    /** The points for and against a role that the words of a path sum up to. */
    static int points(FieldRole role, String path) {
        Map<String, Integer> table =
                switch (role) {
                    case CUSTOMER -> CUSTOMER;
                    case EVENT -> EVENT;
                    case TIME -> TIME;
                    case MESSAGE_ID -> MESSAGE_ID;
                    case AMOUNT -> AMOUNT;
                    case CURRENCY -> CURRENCY;
                    case REFERS_TO -> REFERS_TO;
                };
        int sum = 0;
        for (String word : words(path)) {
            sum += table.getOrDefault(word, 0);
        }
        return sum;
    }

    /** The words of the last name, and of the one above it if those say too little. */
    static List<String> words(String path) {
        String[] steps = path.split("\\.", -1);
        List<String> words = new ArrayList<>();
        split(steps[steps.length - 1], words);
        if (steps.length > 1 && PALE.containsAll(words)) {
            split(steps[steps.length - 2], words);
        }
        return words;
    }

    private static void split(String name, List<String> words) {
        String parted = name.replaceAll("(\\p{Ll}|\\d)(\\p{Lu})", "$1 $2");
        for (String word : parted.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (!word.isEmpty()) {
                add(word, words);
            }
        }
    }

    /* Names such as userid and kundennr run two words together. */
    private static void add(String word, List<String> words) {
        for (String ending : ENDINGS) {
            String head = word.substring(0, Math.max(0, word.length() - ending.length()));
            boolean known = CUSTOMER.containsKey(head) || EVENT.containsKey(head);
            if (word.endsWith(ending) && known && !EVENT.containsKey(word)) {
                words.add(head);
                words.add(ending);
                return;
            }
        }
        words.add(word);
    }

    private static Map<String, Integer> points(String plus, String minus) {
        Map<String, Integer> table = new HashMap<>();
        put(table, plus, 1);
        put(table, minus, -1);
        return Map.copyOf(table);
    }

    private static void put(Map<String, Integer> table, String text, int sign) {
        String[] parts = text.split(" ", -1);
        for (int i = 0; i + 1 < parts.length; i += 2) {
            table.merge(parts[i], sign * Integer.parseInt(parts[i + 1]), Integer::sum);
        }
    }
}
