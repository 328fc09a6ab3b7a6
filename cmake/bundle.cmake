# bundle_scripts(OUT): the script of the website, made of web/js and the npm packages that package-lock.json pins, by
# tools/bundle.mjs.
function(bundle_scripts out)
  set(installed ${CMAKE_SOURCE_DIR}/node_modules/.package-lock.json)
  find_program(NODE NAMES node nodejs)
  if(NOT NODE OR NOT EXISTS ${installed})
    message(FATAL_ERROR "error: the website's packages are not installed. Run `./run build`, which installs all that is "
      "missing, or `npm ci` where Node.js and npm are there.")
  endif()
  file(GLOB scripts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/js/*.js)
  add_custom_command(OUTPUT ${out} COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/tools/bundle.mjs ${out}
    DEPENDS ${scripts} ${installed} ${CMAKE_SOURCE_DIR}/package-lock.json ${CMAKE_SOURCE_DIR}/tools/bundle.mjs VERBATIM)
endfunction()
