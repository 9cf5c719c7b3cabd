// error: conversion|convert
#include <pith.hpp>

pith::Extractor make() {
  return pith::Options{};
}
