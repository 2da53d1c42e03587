-- While a key is being replaced one alert has a code under each: when one of them is used, all of them are.

create index alert_code_of_a_message on alert_code (iin, message);
