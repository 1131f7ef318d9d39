#include "VeilModel.h"

// `#embed` is C23; clang has it in every mode and only says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t general[] = {
#embed "catalogue/general.txt"
};

static const uint8_t contact[] = {
#embed "catalogue/contact.txt"
};

static const uint8_t generic_ids[] = {
#embed "catalogue/generic-ids.txt"
};

static const uint8_t health[] = {
#embed "catalogue/health.txt"
};

static const uint8_t payment[] = {
#embed "catalogue/payment.txt"
};

static const uint8_t credentials[] = {
#embed "catalogue/credentials.txt"
};

static const uint8_t crypto[] = {
#embed "catalogue/crypto.txt"
};

static const uint8_t devices[] = {
#embed "catalogue/devices.txt"
};

static const uint8_t network[] = {
#embed "catalogue/network.txt"
};

static const uint8_t travel[] = {
#embed "catalogue/travel.txt"
};

static const uint8_t organisations[] = {
#embed "catalogue/organisations.txt"
};

static const uint8_t securities[] = {
#embed "catalogue/securities.txt"
};

static const uint8_t commerce[] = {
#embed "catalogue/commerce.txt"
};

static const uint8_t special[] = {
#embed "catalogue/special.txt"
};

static const uint8_t uk_ireland[] = {
#embed "catalogue/uk-ireland.txt"
};

static const uint8_t benelux[] = {
#embed "catalogue/benelux.txt"
};

static const uint8_t dach[] = {
#embed "catalogue/dach.txt"
};

static const uint8_t southern_europe[] = {
#embed "catalogue/southern-europe.txt"
};

static const uint8_t nordics_baltics[] = {
#embed "catalogue/nordics-baltics.txt"
};

static const uint8_t eastern_europe[] = {
#embed "catalogue/eastern-europe.txt"
};

static const uint8_t north_america[] = {
#embed "catalogue/north-america.txt"
};

static const uint8_t latin_america[] = {
#embed "catalogue/latin-america.txt"
};

static const uint8_t asia_pacific[] = {
#embed "catalogue/asia-pacific.txt"
};

static const uint8_t middle_east_africa[] = {
#embed "catalogue/middle-east-africa.txt"
};

#define FILE_OF(name) {#name, name, sizeof name}

static const veil_file files[] = {
    FILE_OF(general),
    FILE_OF(contact),
    FILE_OF(generic_ids),
    FILE_OF(health),
    FILE_OF(payment),
    FILE_OF(credentials),
    FILE_OF(crypto),
    FILE_OF(devices),
    FILE_OF(network),
    FILE_OF(travel),
    FILE_OF(organisations),
    FILE_OF(securities),
    FILE_OF(commerce),
    FILE_OF(special),
    FILE_OF(uk_ireland),
    FILE_OF(benelux),
    FILE_OF(dach),
    FILE_OF(southern_europe),
    FILE_OF(nordics_baltics),
    FILE_OF(eastern_europe),
    FILE_OF(north_america),
    FILE_OF(latin_america),
    FILE_OF(asia_pacific),
    FILE_OF(middle_east_africa),
};

const veil_file *veil_catalogue(size_t index) { return index < sizeof files / sizeof files[0] ? &files[index] : NULL; }
